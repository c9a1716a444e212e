// Ids are made from names once, by this file, and are data from then on: changing it changes nothing that is published.
const LEFT_OUT = new Set(
  'dan yang di ke dari pada untuk dengan atau bagi dalam oleh terhadap serta sebagai kabupaten kota'.split(' '),
)

/** A name as one level of a permanent id: small letters and hyphens, filler words left out, at most 48 letters cut at a word. */
export function slug(name: string, leftOut: ReadonlySet<string> = LEFT_OUT): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(word => !leftOut.has(word))
  let id = words[0]!.slice(0, 48)
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > 48) break
    id += `-${word}`
  }
  return id
}

export const withAlso = (...words: string[]) => new Set([...LEFT_OUT, ...words])

/** Refuses a second owner of an id; such names get an id by hand. */
export class Ids {
  private readonly owners = new Map<string, string>()
  claim(id: string, owner: string): string {
    const other = this.owners.get(id)
    if (other !== undefined)
      throw new Error(`id ${id} of "${owner}" is taken by "${other}": give one of them an id by hand`)
    this.owners.set(id, owner)
    return id
  }
}
