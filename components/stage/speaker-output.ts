'use client'

import { useEffect } from 'react'
import { playThrough } from '@/lib/conversation/devices-output'
import { useConversation, useStore } from './conversation-context'

/** Plays the persona through the remembered speaker, also when that is plugged in later. */
export function useSpeakerOutput() {
  const { preferences, videoRef } = useConversation()
  const { speakerId } = useStore(preferences)
  useEffect(() => {
    const video = videoRef.current
    if (!video) return
    const apply = () => void playThrough(video, speakerId)
    apply()
    if (!speakerId) return
    const media = navigator.mediaDevices
    media?.addEventListener('devicechange', apply)
    return () => media?.removeEventListener('devicechange', apply)
  }, [videoRef, speakerId])
}

/** Keeps the persona as loud as the visitor has set it. */
export function useVolume() {
  const { preferences, videoRef } = useConversation()
  const { volume } = useStore(preferences)
  useEffect(() => {
    const video = videoRef.current
    if (video) video.volume = volume
  }, [videoRef, volume])
}
