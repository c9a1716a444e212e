import { type ComponentType, lazy, useState } from 'react'

interface Module<P> {
  default: ComponentType<P>
}

/** A lazily loaded page. */
export interface PageFiles<P extends object> {
  /** Loads its files ahead of use. */
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
  // what is lazy is shown like any component, but its type wants the properties as they are with a ref
  return { load, here: () => here, late: lazy(load) as unknown as ComponentType<P> }
}

/** Shown without a fallback where its files are loaded: React keeps a fallback on screen for at least 300 ms. */
export function Page<P extends object>({ of, ...given }: { of: PageFiles<P> } & P) {
  // decided once, at mount
  const [Shown] = useState<ComponentType<P>>(() => of.here() ?? of.late)
  // P without `of`, which P does not have: types do not subtract from a type that is yet to be given
  return <Shown {...(given as unknown as P)} />
}
