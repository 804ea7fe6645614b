/** What a bundle holds beside the rows and files of every backup, for people: README and configuration, in this order. */
export const bundleEntries = ['README.md', 'configuration.json'] as const
