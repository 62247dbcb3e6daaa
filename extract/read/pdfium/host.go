package pdfium

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/emscripten"
)

// A host holds the compiled module. It gives its instances nothing but their own
// memory and a system that is not there.
type host struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
	memory  int64 // of an instance at most, in bytes
}

// wasmPage is the unit in which an instance's memory grows.
const wasmPage = 64 << 10

// startFuel is what starting an instance may take, in calls.
const startFuel = 1 << 30

// newHost compiles wasm; the machine code is kept in the folder cache, unless that
// is "". memory is what one instance may take, in bytes.
func newHost(ctx context.Context, wasm []byte, cache string, memory int64) (*host, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(uint32(memory / wasmPage))
	if cache != "" {
		kept, err := wazero.NewCompilationCacheWithDir(cache)
		if err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(kept)
	}
	h := &host{runtime: wazero.NewRuntimeWithConfig(ctx, config), memory: memory}
	var err error
	if h.module, err = h.runtime.CompileModule(ctx, wasm); err == nil {
		err = h.link(ctx)
	}
	if err != nil {
		h.runtime.Close(ctx)
		return nil, err
	}
	return h, nil
}

// link gives the module what it imports.
func (h *host) link(ctx context.Context) error {
	env, wasi := h.runtime.NewHostModuleBuilder("env"), h.runtime.NewHostModuleBuilder("wasi_snapshot_preview1")
	exporter, err := emscripten.NewFunctionExporterForModule(h.module)
	if err != nil {
		return err
	}
	exporter.ExportFunctions(env) // invoke_*: calls through the module's table
	for _, f := range h.module.ImportedFunctions() {
		module, name, _ := f.Import()
		to := env
		if module != "env" {
			to = wasi
		}
		if !exported(name) {
			to.NewFunctionBuilder().WithGoModuleFunction(function(name, len(f.ParamTypes()), len(f.ResultTypes()) > 0), f.ParamTypes(), f.ResultTypes()).Export(name)
		}
	}
	if _, err = env.Instantiate(ctx); err == nil {
		_, err = wasi.Instantiate(ctx)
	}
	return err
}

// exported says whether wazero itself serves the import.
func exported(name string) bool {
	return strings.HasPrefix(name, "invoke_") || name == "_emscripten_throw_longjmp" || name == "emscripten_notify_memory_growth"
}

// systemKey is under what a call's context holds the instance's system.
type systemKey struct{}

// function is the import name, of so many parameters, which gives a result or not.
func function(name string, params int, gives bool) api.GoModuleFunc {
	switch name {
	case "emscripten_resize_heap":
		return resizeHeap
	case "emscripten_date_now":
		return func(_ context.Context, _ api.Module, stack []uint64) { stack[0] = math.Float64bits(aDay * 1000) }
	case "_abort_js":
		return func(context.Context, api.Module, []uint64) { panic(errors.New("PDFium gave up")) }
	}
	return func(ctx context.Context, m api.Module, stack []uint64) {
		v := ctx.Value(systemKey{}).(*system).call(name, memoryOf(m), stack[:params])
		if gives {
			stack[0] = uint64(uint32(v))
		}
	}
}

// memoryOf is the memory of m.
func memoryOf(m api.Module) memory {
	return func(p, n uint64) []byte {
		b, _ := m.Memory().Read(uint32(p), uint32(n))
		return b
	}
}

// resizeHeap grows the memory to at least stack[0] bytes; 0 says that it cannot.
func resizeHeap(_ context.Context, m api.Module, stack []uint64) {
	need, have := uint64(uint32(stack[0])), uint64(m.Memory().Size())
	stack[0] = 0
	if need <= have {
		return
	}
	for _, want := range [...]uint64{max(need, have+have/5), need} {
		if _, ok := m.Memory().Grow(uint32((want - have + wasmPage - 1) / wasmPage)); ok {
			stack[0] = 1
			return
		}
	}
}

// An instance is one PDFium with its own memory. It serves one goroutine.
type instance struct {
	ctx       context.Context
	module    api.Module
	functions map[string]api.Function
	stack     [16]uint64 // arguments and the result of a call
	fuel      api.MutableGlobal
	memory    int64 // may grow to
}

// instance starts a fresh PDFium.
func (h *host) instance(ctx context.Context) (*instance, error) {
	ctx = context.WithValue(ctx, systemKey{}, newSystem())
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(newRegion))
	m, err := h.runtime.InstantiateModule(ctx, h.module, wazero.NewModuleConfig().WithName("").WithStartFunctions())
	if err != nil {
		return nil, err
	}
	in := &instance{ctx: ctx, module: m, functions: map[string]api.Function{}, memory: h.memory}
	var bounded bool
	if in.fuel, bounded = m.ExportedGlobal("fuel").(api.MutableGlobal); !bounded {
		in.close()
		return nil, errors.New("pdfium.wasm.gz was not made by cmd/pdfium")
	}
	in.refuel(startFuel)
	for _, name := range [...]string{"emscripten_stack_init", "__wasm_call_ctors", "FPDF_InitLibrary"} {
		if _, err = in.try(name); err != nil {
			in.close()
			return nil, err
		}
	}
	return in, nil
}

// A region is the memory of one instance.
type region struct {
	bytes []byte
	free  func()
}

// newRegion reserves as much as an instance may take.
func newRegion(first, most uint64) experimental.LinearMemory {
	b, free := reserve(int(most))
	if b == nil {
		return &region{bytes: make([]byte, 0, first)}
	}
	return &region{b, free}
}

// Reallocate gives size bytes, with what was there before; nil where it cannot.
func (r *region) Reallocate(size uint64) []byte {
	if r.free == nil && uint64(cap(r.bytes)) < size {
		r.bytes = append(make([]byte, 0, size), r.bytes...)
	}
	if uint64(cap(r.bytes)) < size {
		return nil
	}
	r.bytes = r.bytes[:size]
	return r.bytes
}

// Free gives the memory back.
func (r *region) Free() {
	if r.free != nil {
		r.free()
		r.free = nil
	}
	r.bytes = nil
}

// close frees the memory.
func (in *instance) close() { in.module.Close(context.WithoutCancel(in.ctx)) }

// refuel lets the instance make n calls of its functions from now on.
func (in *instance) refuel(n uint64) { in.fuel.Set(n) }

// left is how many calls the instance may still make.
func (in *instance) left() uint64 { return in.fuel.Get() }

// isFull says whether little is left of the memory that the instance may have.
func (in *instance) isFull() bool { return int64(in.module.Memory().Size())*4 > in.memory*3 }

// try calls an exported function. After an error the instance is spoilt.
func (in *instance) try(name string, args ...uint64) (uint64, error) {
	f := in.functions[name]
	if f == nil {
		if f = in.module.ExportedFunction(name); f == nil {
			return 0, fmt.Errorf("no function %s", name)
		}
		in.functions[name] = f
	}
	copy(in.stack[:], args)
	if err := f.CallWithStack(in.ctx, in.stack[:]); err != nil {
		return 0, err
	}
	return in.stack[0], nil
}

// bytes are n bytes of the memory at p, valid until the next call.
func (in *instance) bytes(p uint64, n int) []byte {
	b, ok := in.module.Memory().Read(uint32(p), uint32(n))
	if !ok {
		panic(fault{fmt.Errorf("%d bytes at %d lie outside the memory", n, p)})
	}
	return b
}

// float32s reads the floats at p into to.
func (in *instance) float32s(p uint64, to []float64) {
	b := in.bytes(p, 4*len(to))
	for i := range to {
		to[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
	}
}

// float64s reads the doubles at p into to.
func (in *instance) float64s(p uint64, to []float64) {
	b := in.bytes(p, 8*len(to))
	for i := range to {
		to[i] = math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:]))
	}
}
