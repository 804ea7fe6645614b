import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** The file that was dropped into a browser last, which does not tell where it lies. */
export const useDropped = defineStore('dropped', () => {
  const file = shallowRef<File | null>(null)
  return { file }
})
