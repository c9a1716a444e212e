// Which chunk a module goes into. Left to itself the bundler makes a chunk of every set of pages that share something: fifty for the
// form, most of them smaller than their headers, and a slow connection waits for each. Here what is loaded together is one
// chunk, and no page loads much that only another needs (weights/ checks how much).

/** The bundler's module information. */
interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null
}

const form = 'features/form/FormPage.tsx'
/** A module goes into the first of these chunks whose pages all need it; the rest is left to the bundler. */
const files: [name: string, ...pages: string[]][] = [
  ['shell', 'app/Shell.tsx'],
  ['sending', form, 'features/form/sender.ts'],
  ['lists', form, 'features/home/HomePage.tsx'],
  ['home', 'features/home/HomePage.tsx'],
  ['reading', form, 'app/fetchAhead.ts'],
  ['fields', form, 'features/plan/index.tsx'],
  ['taken', form, 'features/people/index.ts'],
  ['written', form, 'app/help/HelpDialog.tsx'],
  ['kinds', form, 'features/overview/OverviewPage.tsx'],
  ['sheet', form, 'features/review/ReviewPage.tsx'],
  ['open', form, 'features/form/UnsentPage.tsx'],
  ['printed', form, 'features/form/PrintPage.tsx'],
  ['form', form],
]

/** A module and its static imports; without the parts of Mantine, whose index names more than any page uses. */
function needsOf(module: string, modules: Modules, seen = new Set<string>()): Set<string> {
  if (seen.has(module) || module.includes('/@mantine/')) return seen
  seen.add(module)
  for (const needed of modules.getModuleInfo(module)?.importedIds ?? []) needsOf(needed, modules, seen)
  return seen
}

/** @param src the folder of the sources */
export const chunks = (src: string) => {
  const known = new Map<string, Set<string>>()
  const needs = (page: string, modules: Modules): Set<string> => {
    const module = `${src}/${page}`
    if (!modules.getModuleInfo(module)) throw new Error(`there is no page ${page}`)
    const found = known.get(page) ?? needsOf(module, modules)
    known.set(page, found)
    return found
  }
  const start = { name: 'start', tags: ['$initial' as const], priority: files.length + 1 }
  return {
    groups: [
      start,
      ...files.map(([name, ...pages], at) => ({
        priority: files.length - at,
        // a page itself stays a chunk of its own: that is what is requested
        name: (id: string, modules: Modules) =>
          pages.every(page => needs(page, modules).has(id) && !id.endsWith(page)) ? name : null,
      })),
    ],
  }
}
