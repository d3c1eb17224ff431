import Testing

@testable import Condensing

@Suite struct LogLevelTests {
  @Test(arguments: [
    ("2026-03-14T10:00:00Z ERROR orders: boom", LogLevel.error), ("[error] 17#0: boom", .error),
    ("level=warn msg=x", .warning), (#"{"severity":"ERROR","m":1}"#, .error),
    (#"{"level":50,"msg":"x"}"#, .error),
    (#"{"level":60,"msg":"x"}"#, .fatal), (#"{"level":40,"msg":"x"}"#, .warning), (#"{"level":30}  "#, .info),
    ("E0314 10:00:00.1 1 a.go:12] boom", .error), ("W0314 10:00:00.1 1 a.go:12] x", .warning),
    ("I0314 10:00:00.1 1 a.go:12] x", .info), ("F0314 10:00:00.1 1 a.go:12] x", .fatal),
    ("10:00:00 [main] DEBUG c.a.X - y", .debug), ("<err> kernel: x", .error), ("PANIC: x", .fatal),
    ("an error happened", .unknown), ("no errors, fatal flag off", .unknown), ("", .unknown),
    ("request took 3 ms error_count=0", .unknown), ("ERROR_COUNT=0 all well", .unknown),
  ]) func isReadFromItsFieldAndNotFromProse(line: String, level: LogLevel) {
    let bytes = Array(line.utf8)
    #expect(LogLevel.read(bytes, 0..<bytes.count) == level)
  }
}
