// Dropping files onto the form, and the progress of a job. Both pages work without it.
"use strict";
const drop = document.getElementById("drop");
if (drop) {
  const files = document.getElementById("files");
  const list = document.getElementById("chosen");
  document.getElementById("drop-words").hidden = false;
  const show = () => list.replaceChildren(...[...files.files].map((file) => {
    const item = document.createElement("li");
    item.textContent = file.name;
    return item;
  }));
  files.addEventListener("change", show);
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    files.files = event.dataTransfer.files;
    show();
  });
}
const job = document.querySelector("[data-job]");
if (job) {
  const look = async () => {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("job");
    job.replaceChildren(...page.childNodes);
    if (page.dataset.job) setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}
