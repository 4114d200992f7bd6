/* Leads on from an old address, to the section that its link named. */
location.replace(document.querySelector("a").href + location.hash)
