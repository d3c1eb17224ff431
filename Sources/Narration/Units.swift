/// Units as they are said, one and many.
enum Units {
  static let spoken: [String: (one: String, many: String)] = [
    "ms": ("millisecond", "milliseconds"), "s": ("second", "seconds"), "sec": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"), "h": ("hour", "hours"), "hr": ("hour", "hours"), "d": ("day", "days"),
    "µs": ("microsecond", "microseconds"),
    "us": ("microsecond", "microseconds"), "ns": ("nanosecond", "nanoseconds"), "B": ("byte", "bytes"),
    "KB": ("kilobyte", "kilobytes"),
    "kB": ("kilobyte", "kilobytes"), "MB": ("megabyte", "megabytes"), "GB": ("gigabyte", "gigabytes"),
    "TB": ("terabyte", "terabytes"),
    "KiB": ("kibibyte", "kibibytes"), "MiB": ("mebibyte", "mebibytes"), "GiB": ("gibibyte", "gibibytes"),
    "TiB": ("tebibyte", "tebibytes"),
    "Mi": ("mebibyte", "mebibytes"), "Gi": ("gibibyte", "gibibytes"),
    "rps": ("request per second", "requests per second"),
    "req/s": ("request per second", "requests per second"), "qps": ("query per second", "queries per second"),
    "tps": ("transaction per second", "transactions per second"),
    "MB/s": ("megabyte per second", "megabytes per second"),
    "Mbps": ("megabit per second", "megabits per second"),
    "Gbps": ("gigabit per second", "gigabits per second"),
    "%": ("percent", "percent"), "x": ("times", "times"), "×": ("times", "times"),
    "k": ("thousand", "thousand"), "K": ("thousand", "thousand"), "M": ("million", "million"),
    "bn": ("billion", "billion"), "vCPU": ("virtual C P U", "virtual C P Us"), "Hz": ("hertz", "hertz"),
    "GHz": ("gigahertz", "gigahertz"), "°C": ("degree Celsius", "degrees Celsius"), "px": ("pixel", "pixels"),
  ]
}
