package heaplab.notebook;

import heaplab.view.Bundle;
import heaplab.view.HtmlTable;
import heaplab.view.Picture;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * The way from the library to the kernel that runs the notebook.
 *
 * <p>JJava and IJava have the same display classes in different packages, so both are reached by
 * reflection from the kernel object. JJava hands it over when it loads {@link KernelExtension}; in
 * IJava a set-up cell calls {@link #install()}, which does nothing where it is done already and
 * nothing where there is no kernel. From then on numbers are written alike in every country.
 */
public final class KernelBridge {
    private static KernelBridge installed; // null outside of a kernel

    private final Object kernel; // the BaseKernel of JJava or of IJava
    private final Class<?> renderFunction; // RenderFunction in that kernel's package

    private KernelBridge(Object kernel) throws ReflectiveOperationException {
        Class<?> type = kernel.getClass();
        while (!type.getSimpleName().equals("BaseKernel")) {
            type = type.getSuperclass();
        }
        this.kernel = kernel;
        String function = type.getPackageName() + ".display.RenderFunction";
        this.renderFunction = Class.forName(function, true, type.getClassLoader());
    }

    /** Makes pictures and tables show as the value of a cell, in whichever kernel this runs. */
    public static synchronized void install() {
        if (installed == null) {
            runningKernel().ifPresent(KernelBridge::install);
        }
    }

    static synchronized void install(Object kernel) {
        if (installed != null && installed.kernel == kernel) {
            return;
        }
        try {
            KernelBridge bridge = new KernelBridge(kernel);
            bridge.register(Bundle.class, bundle -> bundle);
            bridge.register(Picture.class, Picture::bundle);
            bridge.register(Table.class, HtmlTable::of);
            installed = bridge;
            Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        } catch (ReflectiveOperationException e) {
            throw unknownKernel(kernel, e);
        }
    }

    static synchronized Optional<KernelBridge> installed() {
        install();
        return Optional.ofNullable(installed);
    }

    /** The name of the kernel this runs in, for people. */
    static String kernel() {
        return installed()
                .map(
                        bridge ->
                                bridge.kernel.getClass().getName().contains("jjava")
                                        ? "JJava"
                                        : "IJava")
                .orElse("no kernel");
    }

    /** Shows a value below the running cell; a later update with the same id replaces it. */
    void display(String id, Object value, boolean update) {
        try {
            Object data = call(call(kernel, "getRenderer"), "render", value);
            call(data, "setDisplayId", id);
            Object io = call(kernel, "getIO");
            Object stream = io.getClass().getField("display").get(io);
            call(stream, update ? "updateDisplay" : "display", data);
        } catch (ReflectiveOperationException e) {
            throw unknownKernel(kernel, e);
        }
    }

    private <T> void register(Class<T> type, Function<T, Bundle> bundle)
            throws ReflectiveOperationException {
        InvocationHandler handler =
                (proxy, method, args) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(bundle, args);
                    }
                    Bundle content = bundleOf(type.cast(args[0]), bundle);
                    fill(call(args[1], "getOutputContainer"), content);
                    return null;
                };
        ClassLoader loader = renderFunction.getClassLoader();
        Object function = Proxy.newProxyInstance(loader, new Class<?>[] {renderFunction}, handler);
        Object registration = call(call(kernel, "getRenderer"), "createRegistration", type);
        call(registration, "register", function);
    }

    /** A picture that fails shows where it failed, without the kernel's part of the way. */
    private static <T> Bundle bundleOf(T value, Function<T, Bundle> bundle) {
        try {
            return bundle.apply(value);
        } catch (RuntimeException e) {
            String here = KernelBridge.class.getName();
            e.setStackTrace(
                    Arrays.stream(e.getStackTrace())
                            .takeWhile(frame -> !frame.getClassName().equals(here))
                            .toArray(StackTraceElement[]::new));
            throw e;
        }
    }

    private static void fill(Object displayData, Bundle bundle)
            throws ReflectiveOperationException {
        Method data = displayData.getClass().getMethod("putData", String.class, Object.class);
        Method hints = displayData.getClass().getMethod("putMetaData", String.class, Object.class);
        for (var entry : bundle.data().entrySet()) {
            data.invoke(displayData, entry.getKey(), entry.getValue());
        }
        for (var entry : bundle.metadata().entrySet()) {
            hints.invoke(displayData, entry.getKey(), entry.getValue());
        }
    }

    private static Optional<Object> runningKernel() {
        return Optional.<Object>empty()
                .or(() -> ask("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel"))
                .or(() -> ask("io.github.spencerpark.ijava.IJava", "getKernelInstance"));
    }

    private static Optional<Object> ask(String type, String method) {
        try {
            return Optional.ofNullable(Class.forName(type).getMethod(method).invoke(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Object call(Object target, String name, Object... args)
            throws ReflectiveOperationException {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && accepts(method, args)) {
                try {
                    return method.invoke(target, args);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw e;
                }
            }
        }
        throw new NoSuchMethodException(target.getClass().getName() + "." + name);
    }

    private static boolean accepts(Method method, Object... args) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != args.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (args[i] != null && !types[i].isInstance(args[i])) {
                return false;
            }
        }
        return true;
    }

    private static IllegalStateException unknownKernel(Object kernel, Exception cause) {
        return new IllegalStateException(
                kernel.getClass().getName() + ": expected a kernel like JJava 1.0 or IJava 1.3",
                cause);
    }
}
