import Bytes
private import CCurl
private import Glibc

/// One HTTP exchange by libcurl, and the guard that keeps it on this machine.
///
/// Proxies from the environment are ignored, redirects are not followed, and the address is judged when the socket is
/// about to connect, so that no name can point the request elsewhere.
struct HTTPTransfer {
  struct Request {
    let endpoint: Endpoint
    let path: String
    /// nil for a GET.
    let body: [UInt8]?
    let connectSeconds: Int
    /// Seconds without a byte after which the exchange is given up.
    let stallSeconds: Int
    /// Seconds for the whole exchange, or 0 for no limit.
    let totalSeconds: Int
  }

  struct Response {
    let status: Int
    let body: [UInt8]
    /// Seconds after which the server wants to be asked again.
    let retryAfter: Int?
  }

  /// More than any review needs.
  private static let largestBody = 16 << 20

  /// - Parameter heard: called with the number of events that came in with each block of a stream.
  static func run(
    _ request: Request, heard: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(ModelFailure) -> Response {
    guard request.endpoint.reach != .nowhere else {
      throw ModelFailure(.egress, "\(request.endpoint.shown) was not asked: the build is offline")
    }
    guard let handle = unsafe curl_easy_init() else { throw ModelFailure(.broken, "libcurl has no memory") }
    defer { unsafe curl_easy_cleanup(handle) }
    let exchange = Exchange(allowsEgress: request.endpoint.reach == .named, heard: heard)
    var headers: UnsafeMutablePointer<curl_slist>?
    for line in [
      "Content-Type: application/json", "Accept: application/json", "Expect:", request.endpoint.authorization,
    ] {
      if let line { unsafe headers = curl_slist_append(headers, line) }
    }
    defer { unsafe curl_slist_free_all(headers) }
    unsafe configure(handle, request, exchange)
    unsafe hc_set_list(handle, CURLOPT_HTTPHEADER, headers)
    if let body = request.body {
      unsafe hc_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
      let code = unsafe body.withUnsafeBytes { bytes in
        unsafe hc_set_pointer(
          handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
      }
      guard code == CURLE_OK else { throw ModelFailure(.broken, "libcurl has no memory for the request") }
    }
    let code = unsafe curl_easy_perform(handle)
    var status = 0
    unsafe hc_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    guard code == CURLE_OK else { throw failure(code, request, exchange) }
    return Response(status: status, body: exchange.body, retryAfter: exchange.retryAfter)
  }

  private static func configure(_ handle: UnsafeMutableRawPointer, _ request: Request, _ exchange: Exchange) {
    let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
    unsafe hc_set_string(handle, CURLOPT_URL, request.endpoint.address + request.path)
    unsafe hc_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    // An empty proxy switches off the environment's.
    unsafe hc_set_string(handle, CURLOPT_PROXY, "")
    unsafe hc_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
    unsafe hc_set_long(handle, CURLOPT_NOSIGNAL, 1)
    unsafe hc_set_long(handle, CURLOPT_CONNECTTIMEOUT, request.connectSeconds)
    unsafe hc_set_long(handle, CURLOPT_TIMEOUT, request.totalSeconds)
    unsafe hc_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
    unsafe hc_set_long(handle, CURLOPT_LOW_SPEED_TIME, request.stallSeconds)
    unsafe hc_set_string(handle, CURLOPT_USERAGENT, "hindcast")
    unsafe hc_set_pointer(handle, CURLOPT_WRITEDATA, context)
    unsafe hc_set_write(handle) { data, size, count, context in
      guard let data = unsafe data, let context = unsafe context else { return 0 }
      let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
      let bytes = unsafe UnsafeRawBufferPointer(start: data, count: size * count)
      return unsafe exchange.append(bytes, limit: HTTPTransfer.largestBody) ? size * count : 0
    }
    unsafe hc_set_pointer(handle, CURLOPT_HEADERDATA, context)
    unsafe hc_set_header(handle) { data, size, count, context in
      guard let data = unsafe data, let context = unsafe context else { return 0 }
      let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
      unsafe exchange.read(header: UnsafeRawBufferPointer(start: data, count: size * count))
      return size * count
    }
    unsafe hc_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
    unsafe hc_set_open_socket(handle) { context, _, address in
      guard let address = unsafe address, let context = unsafe context else { return CURL_SOCKET_BAD }
      let exchange = unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
      guard exchange.allowsEgress || (unsafe HTTPTransfer.isLoopback(&address.pointee.addr)) else {
        exchange.wasRefused = true
        return CURL_SOCKET_BAD
      }
      return socket(
        unsafe address.pointee.family, unsafe address.pointee.socktype, unsafe address.pointee.protocol)
    }
  }

  /// 127.0.0.0/8, ::1, and 127.0.0.0/8 written as IPv6.
  private static func isLoopback(_ address: UnsafeMutablePointer<sockaddr>) -> Bool {
    switch Int32(unsafe address.pointee.sa_family) {
    case AF_INET:
      return unsafe address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
        UInt32(bigEndian: unsafe pointer.pointee.sin_addr.s_addr) >> 24 == 127
      }
    case AF_INET6:
      return unsafe address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
        var bytes = unsafe pointer.pointee.sin6_addr
        let octets = unsafe withUnsafeBytes(of: &bytes) { unsafe Array($0) }
        let isOne = octets.dropLast().allSatisfy { $0 == 0 } && octets.last == 1
        let isMapped =
          octets.prefix(10).allSatisfy { $0 == 0 } && octets[10] == 0xFF && octets[11] == 0xFF
          && octets[12] == 127
        return isOne || isMapped
      }
    default: return false
    }
  }

  private static func failure(_ code: CURLcode, _ request: Request, _ exchange: Exchange) -> ModelFailure {
    let place = request.endpoint.shown
    if exchange.wasRefused {
      return ModelFailure(
        .egress,
        "\(place) is not on this machine; nothing was sent. Set review.allow_egress: true if that host may see sanitized texts"
      )
    }
    let reason =
      unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)"
    switch code {
    case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST:
      return ModelFailure(
        .unreachable, "nobody answers at \(place) (\(reason)); start the server or set review.endpoint")
    case CURLE_OPERATION_TIMEDOUT:
      return ModelFailure(
        .stalled,
        "\(place) sent nothing for \(request.totalSeconds > 0 ? request.totalSeconds : request.stallSeconds) s"
      )
    case CURLE_WRITE_ERROR:
      return ModelFailure(.tooLarge, "\(place) sent more than \(largestBody >> 20) MiB")
    default: return ModelFailure(.broken, "the exchange with \(place) broke (\(reason))")
    }
  }

  /// What the callbacks of one exchange share; it never leaves the thread that runs it.
  private final class Exchange {
    let allowsEgress: Bool
    private(set) var body: [UInt8] = []
    private(set) var retryAfter: Int?
    var wasRefused = false
    private let heard: @Sendable (Int) -> Void

    init(allowsEgress: Bool, heard: @escaping @Sendable (Int) -> Void) {
      self.allowsEgress = allowsEgress
      self.heard = heard
    }

    /// `Retry-After` in seconds; a date instead is not worth a clock.
    func read(header: UnsafeRawBufferPointer) {
      let name = "retry-after:"
      let line = unsafe Array(header)
      guard line.prefix(name.utf8.count).map(ASCII.lowered).elementsEqual(name.utf8) else { return }
      let value = line.dropFirst(name.utf8.count).drop { $0 == ASCII.space }
      retryAfter = ASCII.number(value.prefix(while: ASCII.isDigit).prefix(6))
    }

    func append(_ bytes: UnsafeRawBufferPointer, limit: Int) -> Bool {
      guard body.count + bytes.count <= limit else { return false }
      unsafe body.append(contentsOf: bytes)
      let lineEnds = unsafe bytes.count { $0 == ASCII.newline }
      // An event is a line and an empty one.
      if lineEnds > 1 { heard(lineEnds / 2) }
      return true
    }
  }
}
