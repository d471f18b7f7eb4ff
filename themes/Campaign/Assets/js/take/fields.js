import { forget, recall, remember } from "../storage.js";

/** Keeps what is typed into a form on this device alone, lays it over posters, and prints them. */
export function keepFields() {
  const form = document.querySelector("[data-fields]");
  if (!form) return;
  const key = `fields:${form.dataset.fields}`;
  form.hidden = false;
  fill();
  show();
  form.addEventListener("input", () => {
    const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    Object.keys(values).length > 0 ? remember(key, JSON.stringify(values)) : forget(key);
    show();
  });

  for (const clear of document.querySelectorAll("[data-clear]")) {
    clear.hidden = false;
    clear.addEventListener("click", () => {
      form.reset();
      forget(key);
      show();
    });
  }

  const posters = document.querySelector("[data-print-posters]");
  if (posters) {
    posters.hidden = false;
    posters.addEventListener("click", printPosters);
  }

  function fill() {
    let kept;
    try {
      kept = JSON.parse(recall(key) ?? "{}");
    } catch {
      return;
    }

    for (const field of form.elements) {
      const value = kept?.[field.name];
      if (typeof value !== "string") continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
      else field.value = value;
    }
  }

  function show() {
    const value = (name) => form.elements[name]?.value.trim() ?? "";
    for (const line of document.querySelectorAll("[data-fill]")) {
      line.textContent = line.dataset.fill === "gas" ? value("gas") : [value("name"), value("community")].filter(Boolean).join(" ");
    }
  }
}

// A picture that was never scrolled to is not loaded: all that are printed have to be.
async function printPosters() {
  const pictures = [...document.querySelectorAll(".pack-item:has(input:checked) img")];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  print();
}
