export * from './demo.ts'
export * from './seedReference.ts'
