import axe from 'axe-core'

/** Axe violations in a piece of the page, in short; colours cannot be judged without a browser. For tests. */
export async function axeFinds(where: Element): Promise<string[]> {
  const off = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  const { violations } = await axe.run(where, { rules: off })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
}
