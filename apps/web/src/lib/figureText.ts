export * from '@sepakat/rules/words/figureText.ts'
