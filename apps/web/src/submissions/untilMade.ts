/** Polls this often before it says that it takes too long; the server goes on making it. */
const mostAsks = 60

/** A document that the server makes on the first request, which takes some seconds: asked for until it is there. */
export async function untilMade(ask: () => Promise<File | { waitSeconds: number }>): Promise<File> {
  for (let asks = 0; asks < mostAsks; asks++) {
    const given = await ask()
    if (given instanceof File) return given
    await new Promise(resolve => setTimeout(resolve, given.waitSeconds * 1000))
  }
  throw new Error('the document is not made yet')
}
