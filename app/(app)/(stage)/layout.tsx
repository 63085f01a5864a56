import { MyAccount } from '@/components/shell/my-account'
import { StageFrame } from '@/components/shell/stage-frame'
import { publicConfig } from '@/lib/public-config'

/** Pages that are a stage: as high as the window, with the top bar over them on a phone. */
export default function StageLayout({ children }: LayoutProps<'/'>) {
  return (
    <StageFrame badge={publicConfig().badge} account={<MyAccount />}>
      {children}
    </StageFrame>
  )
}
