import FlyingFox
import FlyingSocks
import Foundation

/// `hindcast serve`: the site on 127.0.0.1, with a script in each page that loads it anew when something was built.
package struct PreviewServer: Sendable {
  /// The path of what the server adds to the site.
  private static let prefix = "/_hindcast/"
  /// How long a page's question after changes is left open, in seconds.
  private static let patience = 25.0

  private let site: Site
  private let news: News
  private let port: UInt16

  /// - Parameter reloads: whether pages get the script that reloads them.
  package init(root: String, port: UInt16, news: News, reloads: Bool) {
    site = Site(
      root: root, addition: reloads ? "<script src=\"\(Self.prefix)reload.js\" defer></script>" : "")
    self.news = news
    self.port = port
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: called with the address once it listens.
  package func run(ready: @escaping @Sendable (String) -> Void) async throws {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: Self.patience + 10, logger: .disabled,
      handler: Handler(site: site, news: news))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        if case .ip4(_, let bound) = await server.listeningAddress { ready("http://127.0.0.1:\(bound)/") }
      }
      // The first to end without an error is the one that waits for the server to listen.
      try await group.waitForAll()
    }
  }

  private struct Handler: HTTPHandler {
    let site: Site
    let news: News

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      // Another site's name that was made to point here must not read this one (DNS rebinding).
      guard isOwn(host: request.headers[.host] ?? "") else {
        return Self.response(
          403, "text/plain; charset=utf-8", "This server answers to 127.0.0.1 and localhost only.\n")
      }
      guard let own = request.path.hasPrefix(prefix) ? request.path.dropFirst(prefix.count) : nil else {
        return Self.response(
          site.answer(
            Site.Question(
              method: request.method.rawValue, path: request.target.path(),
              headers: request.headers.reduce(into: [:]) { $0[$1.key.rawValue.lowercased()] = $1.value })))
      }
      switch own {
      case "reload.js": return Self.response(200, "text/javascript; charset=utf-8", ReloadScript.text)
      case "news":
        let seen = request.query.first { $0.name == "since" }.flatMap { Int($0.value) } ?? 0
        let state = await news.after(seen, for: .seconds(patience))
        return Self.response(200, "application/json", state.json)
      default: return Self.response(404, "text/plain; charset=utf-8", "There is nothing.\n")
      }
    }

    private func isOwn(host: String) -> Bool {
      let name = host.split(separator: ":").first.map(String.init) ?? ""
      return name == "127.0.0.1" || name == "localhost"
    }

    private static func response(_ status: Int, _ type: String, _ text: String) -> HTTPResponse {
      response(
        Site.Answer(
          status: status, headers: [("Content-Type", type), ("Cache-Control", "no-store")],
          body: Array(text.utf8)))
    }

    private static func response(_ answer: Site.Answer) -> HTTPResponse {
      var headers = HTTPHeaders()
      for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
      return HTTPResponse(
        statusCode: HTTPStatusCode(answer.status, phrase: phrases[answer.status] ?? "Answer"),
        headers: headers,
        body: Data(answer.body))
    }

    private static let phrases = [
      200: "OK", 206: "Partial Content", 301: "Moved Permanently", 304: "Not Modified", 400: "Bad Request",
      403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 416: "Range Not Satisfiable",
    ]
  }
}
