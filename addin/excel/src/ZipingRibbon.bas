Attribute VB_Name = "ZipingRibbon"
Option Explicit
Private ribbon As IRibbonUI

Public Sub ZipingLoaded(ui As IRibbonUI)
    Set ribbon = ui
End Sub
