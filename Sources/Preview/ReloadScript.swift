/// The script that the preview adds to each page: it reloads the page after a build and shows what the build found.
enum ReloadScript {
  static let text = """
    (() => {
      "use strict";
      let version = 0;
      const show = (messages) => {
        document.getElementById("hindcast-messages")?.remove();
        if (!messages.length) return;
        const box = document.createElement("section");
        box.id = "hindcast-messages";
        box.className = "preview-messages";
        box.setAttribute("aria-label", "Messages of the last build");
        for (const message of messages) {
          const line = document.createElement("p");
          line.textContent = message;
          box.append(line);
        }
        document.body.append(box);
      };
      const ask = async () => {
        for (;;) {
          try {
            const answer = await fetch("/_hindcast/news?since=" + version, { cache: "no-store" });
            const news = await answer.json();
            if (version && news.version > version) return location.reload();
            if (!version) show(news.messages);
            version = news.version;
          } catch {
            await new Promise((resolve) => setTimeout(resolve, 1000));
          }
        }
      };
      ask();
    })();

    """
}
