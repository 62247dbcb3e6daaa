package layout

// furniture marks the lines that belong to the site or the printed page.
func (p *page) furniture() {
}

// addElement reads the table element that begins at byte i of the text; it gives
// the end of the element, 0 where there is none.
func (p *page) addElement(i int) int { return 0 }
