import Bytes

/// The journal of systemd, as `journalctl -o json` writes it: one object a line.
enum JournalExport {
  /// The entry as a line of a log; nil for what is none.
  static func event(_ value: JSONValue) -> ExportEvent? {
    guard let time = ExportTime(value["__REALTIME_TIMESTAMP"]) else { return nil }
    let program = value.first("SYSLOG_IDENTIFIER", "_COMM") ?? value["_SYSTEMD_UNIT"]?.text
    let process = value["_PID"]?.text.map { "[\($0)]" } ?? ""
    return ExportEvent(
      time,
      spaced(
        level(value["PRIORITY"]?.text), value["_HOSTNAME"]?.text, program.map { "\($0)\(process):" },
        message(value["MESSAGE"])))
  }

  /// A text; a list of bytes where it isn't UTF-8; null where it was too long.
  private static func message(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text): text
    case .list(let bytes):
      String(
        decoding: UTF8Repair(bytes.compactMap { $0.count.flatMap(UInt8.init(exactly:)) }).bytes, as: UTF8.self
      )
    default: "(a message too long for the journal's export)"
    }
  }

  /// syslog's severities.
  private static func level(_ priority: String?) -> String? {
    switch priority {
    case "0", "1", "2": "FATAL"
    case "3": "ERROR"
    case "4": "WARN"
    case "5", "6": "INFO"
    case "7": "DEBUG"
    default: nil
    }
  }
}
