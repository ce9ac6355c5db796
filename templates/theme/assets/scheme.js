/* The reader's scheme before anything is drawn, as long as they have chosen none themselves. It is loaded at the start of
   the body and holds up the page for that moment, so that no page flashes in the wrong colours. */
if (!__md_get("__palette") && matchMedia("(prefers-color-scheme: dark)").matches) document.body.setAttribute("data-md-color-scheme", "slate")
