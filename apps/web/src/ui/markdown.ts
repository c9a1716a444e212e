export * from '@sepakat/rules/words/parseMarkdown.ts'
