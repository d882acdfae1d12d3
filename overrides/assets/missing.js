// The page for an address that does not exist: where a slip of the pen explains that, it offers the address that was
// meant. Capitals, a slash left out, index.html, or a full stop of the sentence around a link: the plain address is asked
// for, and shown when there is something. Without this script the page stays as it is.

const root = new URL(document.querySelector(".site-name").href).pathname;

function plain(typed) {
  const path = typed
    .toLowerCase()
    .replace(/[\s.,;:!?…'"‘’“”()[\]<>«»*_]+\/?$/, "")
    .replace(/\/{2,}/g, "/")
    .replace(/^\/|(^|\/)index(\.html?)?$/g, "$1");
  return path === "" || path.endsWith("/") || /\.[a-z]+$/.test(path) ? path : `${path}/`;
}

function offer(place, address) {
  const [before, after] = place.dataset.meant.split("{address}");
  const link = document.createElement("a");
  link.href = link.textContent = address;
  place.append(before, link, after);
}

async function look() {
  const typed = decodeURIComponent(location.pathname.slice(root.length));
  const address = location.origin + root + plain(typed).split("/").map(encodeURIComponent).join("/");
  if (!location.pathname.startsWith(root) || address === location.origin + location.pathname) return;
  const answer = await fetch(address, { method: "HEAD" });
  if (answer.ok) for (const place of document.querySelectorAll("[data-meant]")) offer(place, address);
}

look().catch(() => {}); // no network, or an address that cannot be read: then there is nothing to offer
