// All that a page does with script: without it, it reads as well.
(() => {
  const script = document.currentScript;
  const words = JSON.parse(script.dataset.words);
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Light, dark, automatic.
  const order = ["auto", "light", "dark"];
  for (const button of all("[data-switch-theme]")) {
    const say = () => button.setAttribute("aria-label", words[root.dataset.theme ?? "auto"]);
    button.addEventListener("click", () => {
      const next = order[(order.indexOf(root.dataset.theme ?? "auto") + 1) % 3];
      if (next === "auto") delete root.dataset.theme;
      else root.dataset.theme = next;
      try {
        if (next === "auto") localStorage.removeItem("theme");
        else localStorage.setItem("theme", next);
      } catch {
        // The choice lasts for this page then.
      }
      say();
    });
    say();
  }

  // A button that copies, on every code block. Of a terminal session only the commands are copied, without prompts.
  const commands = (text) => {
    const lines = text.replace(/\n$/, "").split("\n");
    if (!lines.some((line) => line.startsWith("$ "))) return lines.join("\n");
    let goesOn = false;
    return lines
      .filter((line) => {
        const isCommand = goesOn || line.startsWith("$ ");
        goesOn = isCommand && line.endsWith("\\");
        return isCommand;
      })
      .map((line) => line.replace(/^\$ /, ""))
      .join("\n");
  };
  const status = document.createElement("div");
  status.className = "hide";
  status.setAttribute("role", "status");
  document.body.append(status);
  for (const pre of all(".prose pre")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.type = "button";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      const code = (pre.querySelector("td:last-child code") ?? pre.querySelector("code") ?? pre).cloneNode(true);
      for (const number of all(".ln, .lnt", code)) number.remove();
      try {
        await navigator.clipboard.writeText(commands(code.textContent));
      } catch {
        return;
      }
      button.textContent = status.textContent = words.copied;
      setTimeout(() => {
        button.textContent = words.copy;
        status.textContent = "";
      }, 2000);
    });
    const box = pre.closest(".highlight") ?? pre;
    if (box === pre) {
      const frame = document.createElement("div");
      frame.className = "highlight";
      pre.replaceWith(frame);
      frame.append(pre, button);
    } else box.append(button);
  }

  // The boxes of a task list get the words beside them as their name.
  for (const box of all(".prose li > input[type=checkbox]")) box.setAttribute("aria-label", box.parentElement.textContent.trim());

  // The contents follow the page: the last heading above the upper edge, the last of all at the bottom.
  const toc = document.getElementById("toc");
  if (toc) {
    const links = all("a", toc);
    const heads = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let waits = false;
    const mark = () => {
      waits = false;
      let at = -1;
      heads.forEach((head, i) => {
        if (head && head.getBoundingClientRect().top < 120) at = i;
      });
      if (innerHeight + scrollY >= document.body.scrollHeight - 2 && scrollY > 0) at = links.length - 1;
      links.forEach((link, i) => {
        if (i === at) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
    };
    addEventListener("scroll", () => {
      if (!waits) requestAnimationFrame(mark);
      waits = true;
    }, { passive: true });
    mark();
    toc.addEventListener("click", (event) => {
      if (event.target.closest("a") && toc.matches(":popover-open")) toc.hidePopover();
    });
  }

  // The sidebar shows the current page, and keeps its place from page to page.
  const sidebar = document.getElementById("sidebar");
  const current = sidebar?.querySelector("[aria-current=page]");
  if (current && current.offsetTop > sidebar.clientHeight - 80) sidebar.scrollTop = current.offsetTop - sidebar.clientHeight / 2;

  // On paper nothing is folded.
  addEventListener("beforeprint", () => {
    for (const details of all("main details:not([open])")) {
      details.open = true;
      details.dataset.printed = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const details of all("[data-printed]")) {
      details.open = false;
      delete details.dataset.printed;
    }
  });

  // Search and its index load when they are asked for.
  let loading;
  const load = (source) => new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = source;
    element.onload = done;
    element.onerror = failed;
    document.head.append(element);
  });
  const open = async () => {
    loading ??= load(script.dataset.search).then(() => load(script.dataset.index));
    await loading;
    window.keyportSearch.open(words);
  };
  for (const button of all("[data-open-search]")) button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) {
      event.preventDefault();
      open();
    }
  });
})();
