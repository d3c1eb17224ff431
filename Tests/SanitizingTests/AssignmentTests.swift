import Testing

@testable import Sanitizing

@Suite struct AssignmentTests {
  @Test(arguments: [
    "DB_PASSWORD=⟦hunter2⟧", "dbPw=⟦hunter2⟧", "Passwort: ⟦‹Sommer2025›⟧", "userPwd=⟦hunter2⟧",
    "user=x pass=⟦84736251⟧ host=a",
    "export DB_PASSWORD='⟦hunter 2⟧'",
    "dbPassword: ⟦kestrel-Harbor84⟧",
    #"{"password":"⟦hunter2⟧","user_id":7}"#, #"{"msg":"{\"password\":\"⟦hunter2⟧\"}"}"#,
    #"{\"db\":{\"secret\":\"⟦k8Jd02mXqP77vz⟧\"}}"#, "<password>⟦hunter2⟧</password>",
    #"<add key="ApiPassword" value="⟦hunter2x⟧"/>"#, "<password><![CDATA[⟦hunter2⟧]]></password>",
    "  password: \"⟦hunter2⟧\"", "[db]\npassword = ⟦hunter2⟧\nport = 5432",
    "secret_key = '''⟦quarry-Harbor84⟧'''",
    "mycli --password ⟦hunter2⟧ --verbose", "mycli --password=⟦hunter2⟧",
    #"config["password"] = "⟦hunter2⟧""#,
    "api_key => '⟦k8Jd02mXqP77vz⟧',", "password := \"⟦hunter2⟧\"", "password%3D⟦hunter2⟧%26user%3D7",
    "GET /login?user=7&password=⟦hunter2⟧&x=1", "Server=db;User Id=7;Password=⟦hunter2⟧;Timeout=30",
    "The password is ⟦hunter2x9⟧.", "the root passwd was set to ⟦phrErRIn6NZcJVT⟧ today",
    "I changed the replication password from ⟦vgwEGRP92sMhp⟧ to ⟦MjtBz2zJ8w8j⟧ at noon.",
    "Password (temporary): ⟦tRKm*KFMoh4Y⟧ -- expires soon", "pw for the staging box: ⟦rPf@z4^bdM+83⟧",
    "API token for the vendor: ⟦pD423DTV6ejySIn8IqI67CfA⟧ (till Friday)",
    "Das Passwort lautet ⟦D5ggquplnSpn⟧,",
    "le mot de passe est ⟦j0ccrEsUN11FG⟧ (ticket 3)",
    "CREATE LOGIN etl WITH PASSWORD = N'⟦bramble-Tundra89⟧'",
    "machine h login l password ⟦hunter2x9⟧", "| Password | `⟦hunter2x9⟧` |", "requirepass ⟦hunter2x9⟧",
    "keytool -deststorepass ⟦MnPIpZI8rrdale4S⟧ -alias x", #"psk="⟦copper-puzzle-Ridge43⟧""#,
  ]) func theValueOfASecretNameVanishes(text: String) {
    let text = Marked(text)
    #expect(Cleaning.marked(text.plain) == text.expected)
  }

  @Test(arguments: [
    "password=${DB_PASSWORD}", "password=${DB_PASSWORD:}", "password: $(cat /run/secrets/db)", "password=***",
    "tests: pass=341 fail=2 skip=7", "job 6Pw -> 101", "max_password_age = 90d",
    "pwd: \"#{ENV['DB_PASSWORD']}\"",
    "password: String!", "‹netlify token 1›", "password=‹password 12›", "\"‹cipher text 1›'\"784-1972",
    "MAIL_PASSWORD= MAIL_PORT=25",
    "password: <your-password>",
    "password=%DB_PASSWORD%", "password: !vault |", "PASSWORD={{ password }}",
    "token = getToken()", "let token = session.token.value", "password_hash = hash_password(password)",
    "let password = form.password.value", "password: null", "password=\"\"", "secretName: db-credentials",
    "token_type=bearer", "password_reset_url: /reset", "passwords are rotated weekly",
    "the password was wrong",
    "token expired", "secret rotation took 3 s", "PublicKeyToken=b77a5c561934e089", "max_tokens: 4096",
    "tokens used: 812345", "monkey=banana", "routing_key=orders.created.v1", "sort_key: created_at",
    "partition_key=customer-region-eu", "Password authentication failed for role 7", "api_key is missing",
    "token refresh for request 7f6e5d4c3b2a1908", "keys=9722 hits=0.95", "primary key violated",
  ]) func namesWithoutASecretStay(text: String) {
    #expect(Cleaning.text(text) == text)
  }

  @Test func aValueKeepsWhatIsAroundIt() {
    #expect(Cleaning.text("a password=x9!kd, b") == "a password=‹password 1›, b")
  }
}
