/* What follows a noun without a space: the plural 들 and particles (조사), longest first; what stands before is the word
   itself. */
{
const search = (self.reportSearch ??= {})

const PARTICLES = /(?:들)?(?:에서는|에서의|에서도|으로써|으로서|으로는|으로의|에게서|이라는|까지|부터|에서|에게|으로|이나|처럼|보다|마다|라도|이란|에는|에도|과의|와의|하고|은|는|이|가|을|를|의|에|로|와|과|도|만|나|들)$/

Object.assign(search, {
  /* The word before its particle, or "" where there is none or where less than two syllables would be left. */
  stem(word) {
    const left = word.replace(PARTICLES, "")
    return left.length >= 2 && left !== word ? left : ""
  },
})
}
