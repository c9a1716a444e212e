export * from '@sepakat/rules/words/markdown.ts'
