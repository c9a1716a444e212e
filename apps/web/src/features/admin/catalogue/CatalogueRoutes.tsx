export default function CatalogueRoutes() {
  return null
}
