import Bytes
import Condensing
import Defaults
import Moments
import Reviewing
import Sanitizing

/// Evidence as the pipeline makes it, from the text of a post-mortem.
enum Evidences {
  static let playbook = Playbook.read(DefaultTemplates.files.filter { $0.key.hasPrefix("playbook/") })

  static func make(_ text: String, day: CivilDate? = CivilDate(year: 2026, month: 3, day: 14)) -> Evidence {
    var sanitizer = Sanitizer(RuleBook.make().book)
    var condenser = Condenser(day: day)
    condenser.addNarrative(sanitizer.clean(text), path: sanitizer.clean("incidents/a.md"), firstLine: 1)
    return condenser.evidence(window: 3_500)
  }

  static func facts(
    title: String = "Checkout down", services: [String] = ["checkout"], started: Moment? = nil
  ) -> IncidentFacts {
    var sanitizer = Sanitizer(RuleBook.make().book)
    return IncidentFacts(
      title: sanitizer.clean(title), services: services.map { sanitizer.clean($0) }, started: started,
      detected: nil,
      resolved: nil, minutes: 45)
  }

  static func review(_ text: String, title: String = "Checkout down", started: Moment? = nil) -> Review<
    String
  > {
    PlaybookReviewer(playbook.playbook).review(make(text), facts(title: title, started: started))
  }
}
