/// What a build tells while it runs.
package enum Progress: Sendable {
  case reading(incidents: Int)
  /// An incident is done: the how-manieth of how many, its name, and whether its review came from the cache.
  case analyzed(Int, of: Int, name: String, cached: Bool)
  /// A model answers: which incident, tokens so far, and how many a second.
  case answering(name: String, tokens: Int, perSecond: Double)
  /// A known incident was reviewed: which, the how-manieth time, and how long it took.
  case evaluated(String, number: Int, seconds: Double)
  case writing
}
