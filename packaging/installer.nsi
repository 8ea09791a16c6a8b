; makensis builds a per-user Windows installer from dist/kunjungan (see kunjungan.spec), on Linux too.
; It needs no administrator and never touches the office's data, which lives elsewhere.
Unicode true
!include "MUI2.nsh"
!ifndef VERSION
  !define VERSION "0.1.0"
!endif
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kunjungan"
Name "Kunjungan"
OutFile "..\dist\Kunjungan-${VERSION}-Setup.exe"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Kunjungan"
InstallDirRegKey HKCU "Software\Kunjungan" "InstallDir"
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Kunjungan"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Kunjungan"
VIAddVersionKey "LegalCopyright" "Kunjungan"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"

Section
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal"
  File /r "..\dist\kunjungan\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Kunjungan.lnk" "$INSTDIR\kunjungan-window.exe"
  WriteRegStr HKCU "Software\Kunjungan" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Kunjungan"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\Kunjungan.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\kunjungan.exe"
  Delete "$INSTDIR\kunjungan-window.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "Software\Kunjungan"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
