import Testing

@testable import Sanitizing

/// URLs, headers, cookies and mail dialogues.
@Suite struct TransportTests {
  @Test(arguments: [
    "postgres://app:⟦s3cr3t⟧@db:5432/orders", "amqp://u:⟦p%40ss⟧@mq/vhost",
    "redis://:⟦hunter2x9⟧@cache:6379/0",
    "mongodb+srv://u:⟦p@ssw0rd⟧@cluster0.example.com/db",
    "https://⟦k8Jd02mXqP77vzLm3Q⟧@git.example.com/x.git",
    "jdbc:postgresql://u:⟦s3cr3t⟧@db/x?ssl=true",
    "Authorization: Bearer ⟦k8Jd02mXqP77vzLm3Q⟧", "authorization: basic ⟦dXNlcjpodW50ZXIy⟧",
    #"{"Authorization":"Token ⟦k8Jd02mXqP77vz⟧"}"#, "-H 'Authorization: ApiKey ⟦k8Jd02mXqP77vz⟧'",
    "Authorization: SSWS ⟦00bFEv0DVNWzvMsFPURbgS⟧", "proxy sent Bearer ⟦k8Jd02mXqP77vzLm3Q⟧ twice",
    "Authorization: Digest username=\"⟦jana⟧\", realm=\"x\", response=\"⟦6629fae49393a05397450978507c4ef1⟧\"",
    "Cookie: sid=⟦k8Jd02mXqP77vz⟧; theme=dark; cart=⟦9f8e7d6c5b4a⟧",
    "Set-Cookie: sid=⟦k8Jd02mXqP77vz⟧; Path=/; HttpOnly; Max-Age=3600",
    "AUTH PLAIN ⟦AGphbmEAaHVudGVyMg==⟧",
    "AUTH LOGIN\n334 VXNlcm5hbWU6\n⟦amFuYQ==⟧\n334 UGFzc3dvcmQ6\n⟦aHVudGVyMg==⟧",
    "GET /callback?code=⟦n5miH2B9NbwJlDqFiQ0Z7Hr⟧&x=1",
  ]) func credentialsVanish(text: String) {
    let text = Marked(text)
    #expect(Cleaning.marked(text.plain) == text.expected)
  }

  @Test(arguments: [
    "https://example.com:8443/path", "https://example.com/a@b", "postgres://$USER:$PASS@db/orders",
    "postgres://<user>:<password>@host/db", "https://x-access-token:${TOKEN}@github.com/x",
    "git@github.com:acme/shop.git", "ssh://git@github.com/acme/shop",
    "http://docs.example.org/login?next=/home",
    "Authorization: <redacted>", "Authorization header missing", "Bearer token expired", "basic auth is off",
    "Set-Cookie: theme=dark; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "AUTH failed: no such user",
  ]) func addressesWithoutCredentialsStay(text: String) {
    #expect(Cleaning.text(text) == text)
  }
}
