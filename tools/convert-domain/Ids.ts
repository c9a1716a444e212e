/**
 * Refuses a second owner of an id; such names get an id by hand. Ids are made from names once and are data from then on: changing
 * how they are made changes nothing that is published.
 */
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
