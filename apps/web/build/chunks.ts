import path from 'node:path'

// Which chunk a module goes into. Left to itself the bundler makes a chunk of every set of pages that share something: fifty for the
// form, most of them smaller than their headers, and a slow connection waits for each. Here what is loaded together is one
// chunk, and no page loads much that only another needs (weights/ checks how much).

/** The bundler's module information. */
interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null
}

const form = 'features/form/FormPage.tsx'
/** What every schema of the contract is made of: zod, and facts of rules that the form needs too. */
const wire = '../../../packages/contract/src/wire.ts'
interface Chunk {
  name: string
  /** Pages that all need what is in it. */
  all: string[]
  /** Pages of which at least one needs it too. */
  any?: string[]
}
/** A module goes into the first of these chunks that it fits; the rest is left to the bundler. */
const files: Chunk[] = [
  { name: 'shell', all: ['app/Shell.tsx'] },
  { name: 'sending', all: [form, 'features/form/sender.ts'] },
  { name: 'lists', all: ['features/home/HomePage.tsx'], any: [form, 'submissions/ReportQuestions.tsx'] },
  { name: 'home', all: ['features/home/HomePage.tsx'] },
  {
    // a few small things each: together they are one request of 5 KB
    name: 'small',
    all: [form],
    any: ['app/fetchAhead.ts', 'app/help/HelpDialog.tsx', 'features/plan/index.tsx', 'features/people/index.ts'],
  },
  { name: 'kinds', all: [form, 'features/overview/OverviewPage.tsx'] },
  { name: 'sheet', all: [form, 'features/review/ReviewPage.tsx'] },
  { name: 'open', all: [form], any: ['features/form/UnsentPage.tsx', 'features/form/PrintPage.tsx'] },
  { name: 'form', all: [form] },
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
    const module = path.posix.join(src, page)
    if (!modules.getModuleInfo(module)) throw new Error(`there is no page ${page}`)
    const found = known.get(page) ?? needsOf(module, modules)
    known.set(page, found)
    return found
  }
  const start = { name: 'start', tags: ['$initial' as const], priority: files.length + 1 }
  return {
    groups: [
      start,
      // Those facts come with the shell, or a schema of administration would load the form's chunk for them.
      {
        name: (id: string, modules: Modules) =>
          id.includes('/packages/rules/') && needs(wire, modules).has(id) ? 'shell' : null,
        priority: files.length + 1,
      },
      ...files.map(({ name, all, any }, at) => ({
        priority: files.length - at,
        // a page itself stays a chunk of its own: that is what is requested
        name: (id: string, modules: Modules) => {
          const needed = (page: string) => needs(page, modules).has(id) && !id.endsWith(page)
          return all.every(needed) && (any?.some(needed) ?? true) ? name : null
        },
      })),
    ],
  }
}
