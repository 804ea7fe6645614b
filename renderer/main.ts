import './style/tokens.css'
import 'element-plus/es/components/base/style/css'
import './style/base.css'
import './style/element.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { connectEngine, engineFor } from './client/engine.ts'
import { createAppRouter } from './router.ts'

const app = createApp(App)
app.use(engineFor(connectEngine(location.href)))
app.use(createAppRouter())
app.use(createPinia())
app.mount('#app')
