// The one script that Electron runs before the window's own: it may not load others.
import './preload.ts'
import './menuBridge.ts'
