package pdfium

import "math"

// An Image is a page drawn in grey.
type Image struct {
	Width, Height int
	Grey          []byte // row by row, one byte a pixel
	Resolution    int    // pixels per inch
}

// maxPixels is how large an Image may be; larger pages are drawn smaller.
const maxPixels = 40_000_000

// The constants of PDFium's header that drawing needs.
const (
	greyFormat     = 1
	white          = 0xffffffff
	withAnnotation = 0x01
	inGrey         = 0x08
)

// renderFuel is what drawing a page may take, in calls.
const renderFuel = 4 * pageFuel

// Render draws page i, from 0, at so many pixels per inch or at fewer, where the page
// is very large.
func (d *Document) Render(i, resolution int) (image *Image, err error) {
	defer caught(&err)
	defer d.spent(d.allow(renderFuel))
	h := d.call("FPDF_LoadPage", d.handle, uint64(i))
	if h == 0 {
		return nil, ErrPage
	}
	r := &reader{Document: d, handle: h}
	v := r.viewOf()
	width, height := v.size()
	if !(width > 1 && height > 1 && width < 1e5 && height < 1e5) {
		return nil, ErrPage
	}
	resolution = min(resolution, int(math.Sqrt(maxPixels/width/height)*72))
	image = &Image{Width: pixels(width, resolution), Height: pixels(height, resolution), Resolution: resolution}
	return image, r.draw(image)
}

func pixels(points float64, resolution int) int {
	return max(int(points*float64(resolution)/72), 1)
}

// draw draws the page into image.
func (r *reader) draw(image *Image) error {
	w, h := uint64(image.Width), uint64(image.Height)
	bitmap := r.call("FPDFBitmap_CreateEx", w, h, greyFormat, 0, 0)
	if bitmap == 0 {
		return ErrMemory
	}
	r.call("FPDFBitmap_FillRect", bitmap, 0, 0, w, h, white)
	r.call("FPDF_RenderPageBitmap", bitmap, r.handle, 0, 0, w, h, 0, withAnnotation|inGrey)
	stride := r.int("FPDFBitmap_GetStride", bitmap)
	from := r.in.bytes(r.call("FPDFBitmap_GetBuffer", bitmap), stride*image.Height)
	image.Grey = make([]byte, 0, image.Width*image.Height)
	for y := range image.Height {
		image.Grey = append(image.Grey, from[y*stride:y*stride+image.Width]...)
	}
	r.call("FPDFBitmap_Destroy", bitmap)
	r.call("FPDF_ClosePage", r.handle)
	return nil
}
