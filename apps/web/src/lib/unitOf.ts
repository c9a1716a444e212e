export * from '@sepakat/rules/words/unitOf.ts'
