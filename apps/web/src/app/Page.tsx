import { type ComponentType, lazy, useState } from 'react'

interface Module<P> {
  default: ComponentType<P>
}

/** A page that comes in files of its own. */
export interface PageFiles<P extends object> {
  /** Brings them before the page is asked for. */
  load: () => Promise<Module<P>>
  here: () => ComponentType<P> | undefined
  late: ComponentType<P>
}

export function pageFiles<P extends object>(bring: () => Promise<Module<P>>): PageFiles<P> {
  let here: ComponentType<P> | undefined
  const load = async () => {
    const page = await bring()
    here = page.default
    return page
  }
  return { load, here: () => here, late: lazy(load) as unknown as ComponentType<P> }
}

/** Where its files are here it is shown without what stands in its place before, which React leaves on screen for 300 ms at least. */
export function Page<P extends object>({ of, ...given }: { of: PageFiles<P> } & P) {
  // as it begins it stays
  const [Shown] = useState<ComponentType<P>>(() => of.here() ?? of.late)
  return <Shown {...(given as unknown as P)} />
}
