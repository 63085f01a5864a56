import { MyAccount } from '@/components/shell/my-account'
import { TabBar } from '@/components/shell/tab-bar'
import { TopBar } from '@/components/shell/top-bar'
import { publicConfig } from '@/lib/public-config'

/** Pages of lists and forms. Each brings its own `<main id="main">`. */
export default function PaperLayout({ children }: LayoutProps<'/'>) {
  return (
    <>
      <TopBar badge={publicConfig().badge} nav>
        <MyAccount />
      </TopBar>
      {children}
      <TabBar />
    </>
  )
}
