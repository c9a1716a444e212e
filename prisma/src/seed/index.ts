export * from './demo.ts'
export * from './reference.ts'
