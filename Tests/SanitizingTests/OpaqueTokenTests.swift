import Testing

@testable import Sanitizing

/// Tokens that no rule knows.
@Suite struct OpaqueTokenTests {
  @Test(arguments: [
    "--partner=⟦aoaAAAAAVQZA6T3SQHsM4kit9CCjqQgF-C1HthNpasFrs2mYbs8ERbx4u⟧",
    "which is live? ⟦F7MjTO_dFy_Gr6jle52BsOE2DiUDywtfWzNYV5k5yfA⟧, the other lapsed",
    #"{"x-partner": "⟦q8cGqFjqASOdwFOqaDVru8LWiGlXHZNSuhTzKE7m83FBZ6n⟧"}"#,
    #"{"line": "first\n⟦dVru8LWiGlXHZNSuhTzKE7m83FBZ6n⟧"}"#,
    "publish -x ⟦ovsxq_ec469b45-5d75-445a-ba24-d0c36a16477e⟧", "⟦cax_live_9c1b576e15e2a84cf3a338cd45b9ef4a⟧",
    "value: ⟦wdynnB52qhU82FDpcsjb6nlBB6mHPa5C6AZEGsrFEBs=⟧",
    "⟦V1rgUSdFBCQy+L3ecgVeRJFxD6B/GduEhh8s6Nph⟧ it was",
    // "host=pg user=o password=secret" and "postgres://orders:maple85@db:5432/orders".
    "dsn.txt: ⟦aG9zdD1wZyB1c2VyPW8gcGFzc3dvcmQ9c2VjcmV0⟧",
    "url: ⟦cG9zdGdyZXM6Ly9vcmRlcnM6bWFwbGU4NUBkYjo1NDMyL29yZGVycw==⟧",
  ]) func whatAGeneratorWroteVanishes(text: String) {
    let text = Marked(text)
    #expect(Cleaning.marked(text.plain) == text.expected)
  }

  @Test(arguments: [
    "commit e2ed2304c57a83d348e1a19fbc35a8d32f7b7f13", "UUID=3cc694fa-4ddb-46bf-901b-9b19bc85c4f6 /data",
    "trace_id=00f067aa0ba902b74bf92f3577b34da6", "requestId: 8cGqFjqASOdwFOqaDVru8LWi",
    "image@sha256:0af3c4e2b1d8990ef6a3c4e2b1d8990ef6a3c4e2b1d8990ef6a3c4e2b1d8990e",
    #"integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC""#,
    "checkout-api-7d9f8b6c5-x2x4q", "HikariPoolConnectionAdderThread", "X509v3ExtendedKeyUsageExtension2",
    "orders.created.v1-dead-letter-queue",
    // "The quick brown fox jumps over" and "postgres://db:5432/orders".
    "note: VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVy", "url: cG9zdGdyZXM6Ly9kYjo1NDMyL29yZGVycw==",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI8Hhtu7Y4eJ5fLJUbjpDauLP5BoRvPgl",
    "SHA256:n8SA40hYj5fLEOo5Q8YnqKnSabGJsvB1nEnIdcxiitk (ED25519)",
    "-----BEGIN CERTIFICATE-----\nMIIDcJIhB0YBqswKrtBYLeIjhgqFnj37bqThkJvqQXLs9104VL1CSCKPz090SOYd\nobkj0aDCh89daLOdL72ql81zt0u0ZxWJpeRk6WceInJTDx4JJB63595Y9BXtq2SA\n-----END CERTIFICATE-----",
    #"If-None-Match: W/"96-1ZeAOO9yFN4DmqDD0d35Prf5Rwf""#, "userdata=aG9zdG5hbWU6IHRpbGw3IGlzIGRvd24=",
    "https://docs.google.com/document/d/1QR31_9Ga_LdXSzgoFjiemE-jxq5sf59rKj5gAoNTU9E/edit",
    "assets/index-BnZ8aQx3Lq9ZkT2mWv7yR4.js",
    #"src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABmtysiO7lIqDT""#,
  ]) func whatIsAnIdOrPublicStays(text: String) {
    #expect(Cleaning.text(text) == text)
  }
}
