import './style/tokens.css'
import 'element-plus/es/components/base/style/css'
import './style/base.css'
import './style/element.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { connectEngine, engineFor } from './client/engine.ts'
import { createAppRouter } from './router.ts'
import { lastPlace } from './stores/places.ts'
import { language } from './words/language.ts'

document.documentElement.lang = language

// An address without a screen is that of a window just opened: it goes on where a person was last.
const place = localStorage.getItem(lastPlace)
if (location.hash === '' && place) location.replace(`#${place}`)

const app = createApp(App)
app.use(engineFor(connectEngine(location.href)))
app.use(createAppRouter())
app.use(createPinia())
app.mount('#app')
