/// Incidents that the end-to-end tests commit.
enum Incidents {
  static let pool = """
    ---
    title: Checkout pool exhausted
    started: 2026-03-14T14:24:00Z
    resolved: 2026-03-14T15:09:00Z
    severity: SEV1
    services: [checkout, loyalty]
    tags: [database]
    ---
    # Checkout pool exhausted

    5,790 checkout confirmations failed with HTTP 503.

    ## Timeline
    - 13:58 UTC Deployed 2.32 of checkout
    - 14:24 UTC HikariPool-1 - Connection is not available, request timed out after 30000ms
    - 14:41 UTC Rolled back to 2.31

    ## Root cause
    The loyalty call ran inside the database transaction, so a slow loyalty exhausted the connection pool.

    ## Follow-ups
    - Add a load test
    """

  static let certificate = """
    # Gateway certificate expired

    Date: 2026-04-19. The TLS certificate of the gateway expired at 00:00 UTC and every client was refused until
    01:04 UTC. The root cause was that the renewal job had been disabled in January.
    """
}
