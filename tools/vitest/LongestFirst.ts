import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They take ten to eighty seconds. A checkout that was never tested goes by the size of a file, and these are short ones. */
const longest = ['killedWebhooks', 'fillYear', 'workWebhooks', 'writing', 'region', 'reminders', 'reading']

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex(name => moduleId.endsWith(`/${name}.test.ts`))
  return place < 0 ? longest.length : place
}

/** The longest files first, so that none of them is left to run alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b))
  }
}
